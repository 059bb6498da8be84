/** Servers that answer as told. */
package parley.mock.server;

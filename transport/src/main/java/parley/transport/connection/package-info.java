/** An open connection as its user sees it, the same for both roles. */
package parley.transport.connection;

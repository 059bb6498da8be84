/** HTTP and the WebSocket of pages: who may come in, and what they are given. */
package parley.workbench.server;

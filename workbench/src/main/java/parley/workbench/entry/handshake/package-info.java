/** How a connection came about, or why not: what was asked and answered, TLS, and each stage. */
package parley.workbench.entry.handshake;

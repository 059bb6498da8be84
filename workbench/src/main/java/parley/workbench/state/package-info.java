/** What pages alone know, kept for them over reloads and restarts. */
package parley.workbench.state;

/** Seeing that files have changed, for whoever does something again then. */
package parley.cli.watch;

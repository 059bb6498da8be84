/** The command line: arguments in, wiring, terminal, exit code out. */
package parley.cli;

/** The process that the program runs in: its streams, its variables, and how it ends. */
package parley.cli.shell;

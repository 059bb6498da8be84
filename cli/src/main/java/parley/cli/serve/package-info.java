/** The commands with a server in them: {@code parley echo} and {@code parley demo}. */
package parley.cli.serve;

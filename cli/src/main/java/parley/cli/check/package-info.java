/** The command {@code check}: all that is wrong with files, and what holds for a conversation. */
package parley.cli.check;

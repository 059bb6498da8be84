/** The command {@code fmt}: the layout of files. */
package parley.cli.format;

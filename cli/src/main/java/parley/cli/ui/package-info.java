/** {@code parley ui}: the workbench in the browser. */
package parley.cli.ui;

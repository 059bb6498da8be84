/**
 * One row of a log in detail: its facts, its payload in any form, a window of lines at a time, and
 * what two of them differ in.
 */
package parley.workbench.entry;

/** What to do about what went wrong. */
package parley.workbench.entry.advice;

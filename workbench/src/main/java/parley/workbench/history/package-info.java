/** The sessions of the past as the page lists, searches and deletes them. */
package parley.workbench.history;

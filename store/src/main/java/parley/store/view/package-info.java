/** What a filter has found: {@link parley.store.view.Runs} of positions. */
package parley.store.view;

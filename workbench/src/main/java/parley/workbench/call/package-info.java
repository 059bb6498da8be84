/**
 * What the page and the server say to each other; {@code page/src/web/api.ts} describes it.
 *
 * <pre>
 *   Page --call--> PageConnection --> Calls --> Call.on(With, Page) --> Answer
 *   Pages.tell(event, Value) --> every Page
 * </pre>
 */
package parley.workbench.call;

/**
 * The log of each conversation as the page sees it: windows of rows, filters, one entry in detail,
 * and downloads. {@link parley.workbench.log.Logs} has all logs; a conversation adds to its {@link
 * parley.workbench.log.LiveLog}.
 */
package parley.workbench.log;

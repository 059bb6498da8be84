/** XML and HTML texts of messages: XPath, CSS selectors, and whether one element holds another. */
package parley.engine.markup;

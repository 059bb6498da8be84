/**
 * YAML without its surprises, as a tree that knows where everything stands, and edits of its text.
 *
 * <pre>
 * bytes --YamlText--> text --YamlReader--> YamlDocument (text + Node) --Editor(Edit)--> YamlDocument
 * </pre>
 *
 * <p>Every scalar is a string with its style: the place where it stands decides its type. Anchors,
 * aliases and tags are refused; there is one document to a file, each key of a mapping occurs once
 * and is a scalar. Comments stay in the text, which edits change only where they must.
 */
package parley.files.yaml;

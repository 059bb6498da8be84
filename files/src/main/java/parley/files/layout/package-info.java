/**
 * The layout of files that nobody argues about, changed without changing what they say.
 *
 * <pre>
 * YamlDocument --Indents--> Lines (how far each moves) --+
 *              --Gaps-----> spaces between parts --------+--Formatter--> text
 * </pre>
 */
package parley.files.layout;

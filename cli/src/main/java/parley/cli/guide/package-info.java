/**
 * What the program can say of all its commands at once, made from the tables that read their
 * arguments: scripts that complete command lines in three shells, and a manual page.
 *
 * <pre>
 *   Catalogue --Guide of each command--> BashScript, ZshScript, FishScript, ManualPage --> text
 * </pre>
 */
package parley.cli.guide;

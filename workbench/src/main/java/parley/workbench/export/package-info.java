/**
 * Logs and payloads as files: each is written while the browser takes it, so that a log of any size
 * needs no memory.
 */
package parley.workbench.export;

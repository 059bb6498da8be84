/**
 * The description of Parley's files: one table for reading them, for the problems in them and for
 * their JSON Schema. {@link parley.files.format.Format} has the roots, one class each part:
 * connections, messages, checks, steps, load, mocks.
 */
package parley.files.format;

package parley.workbench.recording;

/**
 * A step made of a row.
 *
 * @param position of the row
 * @param verb the step's
 * @param text its YAML
 */
record Made(long position, String verb, String text) {}

/**
 * Values as JSON has them, with nothing lost between text and value: numbers keep the text they
 * were written in, maps keep the order of their names.
 *
 * <pre>
 * text --{@link parley.model.value.JsonReader}--> {@link parley.model.value.Value} --{@link parley.model.value.JsonWriter}--> text
 * </pre>
 */
package parley.model.value;

/**
 * What happened on one connection, as a list of {@link parley.model.transcript.Entry} values in the
 * order they happened: facts with the {@link parley.model.transcript.Moment} of each, which a
 * terminal, a report or a program reads later.
 */
package parley.model.transcript;

/**
 * The command {@code connect}: its options in {@link parley.cli.connect.ConnectCommand}, what they
 * filled in {@link parley.cli.connect.Draft}, and both made into what to connect to, what to say
 * and what to show by {@link parley.cli.connect.Planner}.
 *
 * <pre>
 * arguments --> Draft --Planner--> Plan (ConnectSpec, TalkSpec, View, messages) | Misuse
 * </pre>
 */
package parley.cli.connect;

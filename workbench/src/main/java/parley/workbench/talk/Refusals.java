package parley.workbench.talk;

import java.util.List;
import java.util.Optional;
import parley.engine.plan.PlanProblem;
import parley.files.problem.Problem;
import parley.protocol.endpoint.CloseStatus;
import parley.workbench.call.Answer;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.ProblemJson;

/** Why something is not done, for the page. */
final class Refusals {

  /** RFC 6455, 5.5: a control frame has at most 125 bytes, two of them the code. */
  private static final int MAX_REASON = 123;

  private Refusals() {}

  /** Refuses to close with a reason that does not fit. */
  static Optional<Answer> of(CloseStatus status) {
    var bytes = status.reason().size();
    return bytes <= MAX_REASON
        ? Optional.empty()
        : Optional.of(
            Answer.refuse(
                Answer.Code.INVALID,
                "The reason has %d bytes.".formatted(bytes),
                "At most " + MAX_REASON + " fit into a Close frame (RFC 6455, 5.5)."));
  }

  /** A message or a step makes no sense. */
  static Answer of(List<PlanProblem> problems) {
    var first = problems.getFirst();
    var text = "Found %s, expected %s.".formatted(first.found(), first.expected());
    return first
        .hint()
        .map(hint -> Answer.refuse(Answer.Code.INVALID, text, capital(hint) + period(hint)))
        .orElseGet(() -> Answer.refuse(Answer.Code.INVALID, text));
  }

  /** The file has errors. */
  static Answer of(List<Problem> problems, OpenFolder folder) {
    var first = problems.getFirst();
    var more =
        switch (problems.size()) {
          case 1 -> "";
          case 2 -> " One more problem is marked in it.";
          default -> " %d more problems are marked in it.".formatted(problems.size() - 1);
        };
    return new Answer.Refusal(
        Answer.Code.INVALID,
        "%s, line %d: %s.%s"
            .formatted(
                folder.key(first.at().file()), first.at().line(), ProblemJson.text(first), more),
        first.hint().map(hint -> capital(hint) + period(hint)).orElse(null),
        ProblemJson.of(problems, folder));
  }

  /** Texts of the engine are clauses. */
  static String sentence(String clause) {
    return capital(clause) + period(clause);
  }

  static String capital(String clause) {
    return clause.isEmpty()
        ? clause
        : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }

  private static String period(String clause) {
    return clause.endsWith(".") || clause.endsWith("?") ? "" : ".";
  }
}

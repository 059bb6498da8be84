package parley.cli.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.files.problem.Problem;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.workspace.Places;
import parley.workspace.ProblemList;

/**
 * What checking came to.
 *
 * @param files how many were looked at
 * @param lists the problems of each collection
 */
record Findings(int files, List<ProblemList> lists) {

  Findings {
    lists = List.copyOf(lists);
  }

  static Findings of(List<Place> places, Map<String, Value> variables) {
    var files = 0;
    var lists = new ArrayList<ProblemList>();
    for (var place : places) {
      files += place.selection().files().size();
      lists.add(Checker.check(place, variables));
    }
    return new Findings(files, lists);
  }

  boolean hasErrors() {
    return lists.stream().anyMatch(ProblemList::hasErrors);
  }

  private List<Problem> all() {
    return lists.stream().flatMap(list -> list.all().stream()).toList();
  }

  /** The problems, and a line that counts them. */
  String toText() {
    var text = new StringBuilder();
    lists.forEach(list -> text.append(list.toText()));
    var checked = ProblemList.counted(files, "file");
    return text.append(
            all().isEmpty()
                ? checked + ", no problems\n"
                : checked + " checked: " + ProblemList.count(all()) + "\n")
        .toString();
  }

  /** {@code {"files": 12, "problems": [{"file", "line", "column", "severity", ...}]}}. */
  String toJson() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("files", Value.of(files));
    fields.put("problems", Value.of(all().stream().map(Findings::toValue).toList()));
    return JsonWriter.write(Value.of(fields)) + "\n";
  }

  private static Value toValue(Problem problem) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("file", Value.of(Places.shown(problem.at().file()).toString()));
    fields.put("line", Value.of(problem.at().line()));
    fields.put("column", Value.of(problem.at().column()));
    fields.put("severity", Value.of(problem.severity().name().toLowerCase(Locale.ROOT)));
    fields.put("found", Value.of(problem.found()));
    fields.put("expected", Value.of(problem.expected()));
    problem.hint().ifPresent(hint -> fields.put("hint", Value.of(hint)));
    return Value.of(fields);
  }
}

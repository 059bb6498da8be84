package parley.workbench.step;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.files.yaml.Pointer;
import parley.model.collection.Step;

/** Finds steps as they are written by the places where they stand in a conversation's file. */
public final class ChosenSteps {

  private ChosenSteps() {}

  /**
   * Those that stand at some places, in the order of the file.
   *
   * @param lines of that file
   */
  public static List<Step> of(List<Step> steps, Path file, List<String> lines, List<Pointer> some) {
    var found = new ArrayList<Step>();
    add(steps, new PlaceIndex(file, lines), some, found);
    return found;
  }

  private static void add(
      List<Step> steps, PlaceIndex index, List<Pointer> some, List<Step> found) {
    for (var step : steps) {
      var at = index.find(step.modifiers().at());
      if (at.filter(some::contains).isPresent()) {
        found.add(step);
      } else {
        step.inner().forEach(inner -> add(inner, index, some, found));
      }
    }
  }
}

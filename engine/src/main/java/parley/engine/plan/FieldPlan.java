package parley.engine.plan;

import java.util.BitSet;
import java.util.List;
import parley.model.collection.Field;

/** A header, parameter or cookie, compiled. */
public final class FieldPlan {

  private final TemplatePlan name;
  private final TemplatePlan value;

  private FieldPlan(TemplatePlan name, TemplatePlan value) {
    this.name = name;
    this.value = value;
  }

  /** Compiles {@code field}, which is enabled. */
  public static FieldPlan of(Field field, Compiling compiling) {
    return new FieldPlan(
        TemplatePlan.of(field.name(), compiling), TemplatePlan.of(field.value(), compiling));
  }

  /** Compiles those of {@code fields} that are enabled. */
  public static List<FieldPlan> of(List<Field> fields, Compiling compiling) {
    return fields.stream().filter(Field::enabled).map(field -> of(field, compiling)).toList();
  }

  public TemplatePlan name() {
    return name;
  }

  public TemplatePlan value() {
    return value;
  }

  /** The slots of the variables it uses. */
  public BitSet slots() {
    var slots = name.slots();
    slots.or(value.slots());
    return slots;
  }
}

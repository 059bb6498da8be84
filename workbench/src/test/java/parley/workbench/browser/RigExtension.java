package parley.workbench.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its rig, and ends it. */
final class RigExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(RigExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.find().isPresent() || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("Chromium is here, or must be");
    }
    return ConditionEvaluationResult.disabled(
        "no Chromium: install it, or name it in PARLEY_CHROMIUM");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Rig.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(OURS)
        .computeIfAbsent(Rig.class, _ -> new Rig(chromium(context).browser()), Rig.class);
  }

  private static Chromium chromium(ExtensionContext context) {
    return context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, OURS)
        .computeIfAbsent(Chromium.class, _ -> Chromium.launch(program()), Chromium.class);
  }

  private static Path program() {
    return Chromium.find()
        .orElseThrow(() ->
            new IllegalStateException("no Chromium: install it, or name it in PARLEY_CHROMIUM"));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var rig = context.getStore(OURS).remove(Rig.class, Rig.class);
    if (rig != null) {
      var name =
          context.getRequiredTestClass().getSimpleName()
              + "."
              + context.getRequiredTestMethod().getName();
      rig.end(context.getExecutionException().isPresent() ? name : "");
    }
  }
}

package parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of the house for the modules below one root package, {@code parley} or that of the
 * fixtures which break them.
 */
record Rules(String root) {

  /**
   * Who may use whom. Who speaks of the model may name what the model is made of, the vocabulary of
   * {@code protocol}.
   */
  private static final Map<String, Set<String>> MODULES =
      Map.ofEntries(
          entry("protocol"),
          entry("model", "protocol"),
          entry("engine", "model", "protocol"),
          entry("files", "model", "protocol"),
          entry("transport", "model", "protocol"),
          entry("fake", "engine", "model"),
          entry("runner", "engine", "fake", "transport", "model", "protocol"),
          entry("mock", "engine", "fake", "transport", "model", "protocol"),
          entry("script", "engine", "model", "protocol"),
          entry("report", "model", "protocol"),
          entry("store", "model", "protocol"),
          entry("workspace", "files", "engine", "transport", "runner", "mock", "model", "protocol"),
          entry(
              "junit",
              "workspace",
              "files",
              "engine",
              "transport",
              "runner",
              "mock",
              "report",
              "model",
              "protocol"),
          entry(
              "workbench",
              "store",
              "workspace",
              "files",
              "fake",
              "engine",
              "transport",
              "runner",
              "mock",
              "report",
              "model",
              "protocol"),
          entry(
              "cli",
              "workbench",
              "workspace",
              "files",
              "engine",
              "transport",
              "runner",
              "mock",
              "report",
              "model",
              "protocol"));

  private static Map.Entry<String, Set<String>> entry(String module, String... uses) {
    return Map.entry(module, Set.of(uses));
  }

  /** Libraries that one module keeps to itself. */
  private static final Map<String, String> KEEPERS =
      Map.of(
          "io.netty",
          "transport",
          "org.snakeyaml",
          "files",
          "org.jline",
          "cli",
          "org.sqlite",
          "store",
          "net.datafaker",
          "fake",
          "org.graalvm",
          "script");

  /** Names that say nothing of what is inside. */
  private static final String VAGUE_PACKAGE =
      ".*\\.(util|utils|common|impl|helper|manager|core|misc)(\\..*)?";

  private static final String VAGUE_CLASS = "(Abstract.*|.*(Impl|Base|Helper|Manager|Utils?))";

  /** What makes a state machine depend on more than its input. */
  private static final String[] OUTSIDE_WORLD = {
    "java.net..", "java.nio.channels..", "java.nio.file..", "java.util.concurrent..", "javax.net.."
  };

  List<ArchRule> all() {
    return Stream.of(
            Stream.of(
                modulesAreFreeOfCycles(), packagesAreFreeOfCycles(), everyModuleIsInTheTable()),
            MODULES.keySet().stream().sorted().map(this::moduleUsesOnlyItsOwn),
            KEEPERS.keySet().stream().sorted().map(this::libraryIsKept),
            Stream.of(
                onlyCliTouchesTheProcess(),
                protocolUsesOnlyJavaBase(),
                protocolTouchesNothingOutside(),
                packagesSayWhatIsInside(),
                classesSayWhatTheyAre()))
        .flatMap(rules -> rules)
        .toList();
  }

  ArchRule modulesAreFreeOfCycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  ArchRule packagesAreFreeOfCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  ArchRule everyModuleIsInTheTable() {
    return classes()
        .should()
        .resideInAnyPackage(MODULES.keySet().stream().map(this::below).toArray(String[]::new))
        .as("Every module stands in the table of who may use whom");
  }

  ArchRule moduleUsesOnlyItsOwn(String module) {
    var allowed =
        Stream.concat(Stream.of(module), MODULES.get(module).stream())
            .map(this::below)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(below(module))
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(allowed))))
        .as(module + " uses only " + MODULES.get(module).stream().sorted().toList())
        .allowEmptyShould(true);
  }

  ArchRule libraryIsKept(String library) {
    var keeper = KEEPERS.get(library);
    return noClasses()
        .that()
        .resideOutsideOfPackage(below(keeper))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .as("Only " + keeper + " sees " + library)
        .allowEmptyShould(true);
  }

  /** In a Java build {@code junit} stands in the place of the command line. */
  ArchRule onlyCliTouchesTheProcess() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(below("cli"), below("junit"))
        .should()
        .accessTargetWhere(
            call(System.class, "out|err|in|exit|getenv|console|setOut|setErr|setIn")
                .or(call(Runtime.class, "exit|halt|addShutdownHook"))
                .or(target(name("printStackTrace"))))
        .as("Only cli touches the terminal, the environment and the exit")
        .allowEmptyShould(true);
  }

  ArchRule protocolUsesOnlyJavaBase() {
    return noClasses()
        .that()
        .resideInAPackage(below("protocol"))
        .should()
        .dependOnClassesThat(
            not(resideInAnyPackage(below("protocol"), "org.jspecify..").or(ofJavaBase())))
        .as("protocol uses only java.base")
        .allowEmptyShould(true);
  }

  ArchRule protocolTouchesNothingOutside() {
    return noClasses()
        .that()
        .resideInAPackage(below("protocol"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(OUTSIDE_WORLD)
                .or(type(Thread.class))
                .or(type(Clock.class))
                .or(nameMatching("java\\.io\\.(File|RandomAccess).*")))
        .orShould()
        .accessTargetWhere(call(System.class, "nanoTime|currentTimeMillis"))
        .orShould()
        .accessTargetWhere(targetOwner(resideInAPackage("java.time..")).and(target(name("now"))))
        .as("protocol touches no socket, thread, clock or file")
        .allowEmptyShould(true);
  }

  ArchRule packagesSayWhatIsInside() {
    return noClasses().should(be(inPackage(VAGUE_PACKAGE))).as("Packages say what is inside");
  }

  ArchRule classesSayWhatTheyAre() {
    return noClasses()
        .should()
        .haveNameMatching(".*[.$]" + VAGUE_CLASS)
        .as("Classes say what they are");
  }

  private String below(String module) {
    return root + "." + module + "..";
  }

  private static DescribedPredicate<JavaAccess<?>> call(Class<?> owner, String names) {
    return targetOwner(type(owner)).and(target(nameMatching(names)));
  }

  private static DescribedPredicate<JavaClass> ofJavaBase() {
    var packages = Object.class.getModule().getPackages();
    return DescribedPredicate.describe(
        "of java.base",
        type -> {
          var component = type.getBaseComponentType();
          return component.isPrimitive() || packages.contains(component.getPackageName());
        });
  }

  private static DescribedPredicate<JavaClass> inPackage(String pattern) {
    return DescribedPredicate.describe(
        "in a package called " + pattern, type -> type.getPackageName().matches(pattern));
  }
}

package parley.engine.expression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.engine.expression.Code.Typed;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Functions;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.engine.loadmill.LoadmillFunctions;
import parley.engine.path.Comparison;
import parley.engine.path.JsonPath;
import parley.engine.path.PathScanner;
import parley.model.value.Value;

/** From what was written to what runs; collects all problems. */
final class Compiler {

  /** In place of what has a problem of its own, so that it causes no other. */
  private static final Typed UNKNOWN = new Typed(constant(Value.NULL).code(), Type.ANY);

  private final Names names;
  private final Constants constants;
  private final List<Problem> problems = new ArrayList<>();

  /** The items that macros around name, innermost last; their places are those in a frame. */
  private final List<String> locals = new ArrayList<>();

  private final BitSet slots = new BitSet();

  /** The variables and paths that it looks at, by the text that names them. */
  private final Map<String, Code> operands = new LinkedHashMap<>();

  private int maxLocals;

  /** Whether what is compiled is part of a constant, which is tried as a whole. */
  private boolean inConstant;

  Compiler(Names names) {
    this.names = names;
    this.constants = new Constants(names);
  }

  List<Problem> problems() {
    return problems;
  }

  int maxLocals() {
    return maxLocals;
  }

  /** Those of the variables it uses. */
  BitSet slots() {
    return slots;
  }

  /** The variables and paths that it looks at, each an expression of its own. */
  Map<String, Code> operands() {
    return operands;
  }

  /** What is made of constants only is tried at once, so that what can never be is found. */
  Typed compile(Node node) {
    if (inConstant || !constants.isCompound(node)) {
      return translated(node);
    }
    var before = problems.size();
    inConstant = true;
    var typed = translated(node);
    inConstant = false;
    return problems.size() == before ? tried(node, typed) : typed;
  }

  private Typed tried(Node node, Typed typed) {
    var used = constants.variables(node);
    return switch (typed.code().run(new Frame(constants.scope(), 0))) {
      case Result.Of(var value) when used.isEmpty() ->
          new Typed(typed.code(), Type.of(value.kind()));
      case Result.Of _ -> typed;
      case Result.Fault fault when fault.reason() == Result.Reason.INVALID -> {
        problem(fault.at(), fault.text(), constants.values(used));
        yield UNKNOWN;
      }
      case Result.Fault _ -> typed;
    };
  }

  private Typed translated(Node node) {
    return switch (node) {
      case Node.Constant constant -> constant(constant.value());
      case Node.Variable variable -> variable(variable.at(), variable.name());
      case Node.Dynamic dynamic -> dynamic(dynamic.at(), dynamic.name());
      case Node.Path path -> path(path.at(), path.path());
      case Node.Not not -> new Typed(Logic.not(not.at(), truth(not.of(), "!")), Type.BOOLEAN);
      case Node.Negative negative -> negative(negative.at(), negative.of());
      case Node.Arithmetic one -> arithmetic(one);
      case Node.Compare compare -> compare(compare);
      case Node.In in -> in(in);
      case Node.And and ->
          new Typed(
              Logic.and(
                  and.at(),
                  truth(and.left(), "&&"),
                  constants.perhaps(() -> truth(and.right(), "&&"))),
              Type.BOOLEAN);
      case Node.Or or ->
          new Typed(
              Logic.or(
                  or.at(),
                  truth(or.left(), "||"),
                  constants.perhaps(() -> truth(or.right(), "||"))),
              Type.BOOLEAN);
      case Node.Conditional conditional -> conditional(conditional);
      case Node.ListOf list -> new Typed(Collecting.list(codes(list.items())), Type.LIST);
      case Node.MapOf map -> map(map);
      case Node.Member member -> member(member);
      case Node.Index index -> index(index);
      case Node.Call call -> call(call);
    };
  }

  void problem(int at, String text, String hint) {
    problems.add(new Problem(at, text, hint));
  }

  private static Typed constant(Value value) {
    var result = Result.of(value);
    return new Typed(_ -> result, Type.of(value.kind()));
  }

  private Typed variable(int at, String name) {
    var local = locals.lastIndexOf(name);
    if (local >= 0) {
      return new Typed(frame -> Result.of(frame.local(local)), Type.ANY);
    }
    var slot = names.slot(name);
    if (slot.isEmpty()) {
      return unknown(at, name);
    }
    slots.set(slot.getAsInt());
    var code = variable(at, name, slot.getAsInt());
    operands.put(name, code);
    return new Typed(code, Type.ANY);
  }

  /** Loadmill calls a function without arguments also without parentheses. */
  private Typed unknown(int at, String name) {
    if (LoadmillFunctions.BY_NAME.containsKey(name)) {
      return call(new Node.Call(at, name, List.of()));
    }
    problem(at, "no variable is called " + name, Nearest.hint(name, names.variables()));
    return UNKNOWN;
  }

  static Code variable(int at, String name, int slot) {
    return frame ->
        frame
            .scope()
            .variable(slot)
            .map(Result::of)
            .orElseGet(() -> Operators.missing(at, name + " has no value yet"));
  }

  private Typed dynamic(int at, String name) {
    var variable = names.dynamic(name);
    if (variable.isEmpty()) {
      var hint = Nearest.hint(name, names.dynamic().keySet());
      problem(at, "no dynamic variable is called $" + name, hint.replace("mean ", "mean $"));
    }
    return new Typed(frame -> at(at, variable.orElseThrow().next(frame.scope())), Type.ANY);
  }

  private static Result at(int at, Result result) {
    return result instanceof Result.Fault fault
        ? new Result.Fault(fault.reason(), at, fault.text())
        : result;
  }

  private Typed path(int at, JsonPath path) {
    var typed = pathAt(at, path);
    operands.put(path.toString(), typed.code());
    return typed;
  }

  private static Typed pathAt(int at, JsonPath path) {
    return path.isSingular()
        ? new Typed(frame -> on(frame, at, root -> only(at, path, root)), Type.ANY)
        : new Typed(frame -> on(frame, at, root -> all(at, path, root)), Type.LIST);
  }

  private static Result on(Frame frame, int at, java.util.function.Function<Value, Result> use) {
    return Logic.then(frame.scope().subject().value(at), use);
  }

  private static Result only(int at, JsonPath path, Value root) {
    var found = path.find(root).all();
    return found.isEmpty()
        ? Operators.missing(at, "nothing is at " + path)
        : Result.of(found.getFirst().value());
  }

  private static Result all(int at, JsonPath path, Value root) {
    var nodes = path.find(root);
    return nodes.complete()
        ? Result.of(nodes.values())
        : Operators.invalid(at, path + " visits more than " + JsonPath.MAX_VISITS + " nodes");
  }

  /** A part that must be a boolean. */
  private Code truth(Node node, String operator) {
    var part = compile(node);
    if (!Type.BOOLEAN.mayBe(part.type())) {
      problem(node.at(), operator + " takes booleans, found " + part.type().phrase(), "");
    }
    return part.code();
  }

  private Typed negative(int at, Node of) {
    var part = compile(of);
    if (!Type.NUMBER.mayBe(part.type())) {
      problem(at, "- takes a number, found " + part.type().phrase(), "");
    }
    return new Typed(
        frame -> Logic.then(part.code().run(frame), value -> Operators.negative(at, value)),
        Type.NUMBER);
  }

  private Typed arithmetic(Node.Arithmetic node) {
    var left = compile(node.left());
    var right = compile(node.right());
    var type = type(node.operator(), left.type(), right.type());
    if (type.isEmpty()) {
      problem(
          node.at(),
          Operators.noSuch(node.operator(), left.type().phrase(), right.type().phrase()),
          node.operator().equals("+") ? "string(x) makes a text of a value" : "");
    }
    return new Typed(
        Logic.both(
            left.code(),
            right.code(),
            (one, other) -> Operators.arithmetic(node.at(), node.operator(), one, other)),
        type.orElse(Type.ANY));
  }

  /** The type of the result; empty where no two values of these types will do. */
  private static Optional<Type> type(String operator, Type left, Type right) {
    var possible =
        operator.equals("+") ? List.of(Type.NUMBER, Type.TEXT, Type.LIST) : List.of(Type.NUMBER);
    var fitting = possible.stream().filter(type -> type.mayBe(left) && type.mayBe(right)).toList();
    return fitting.size() > 1 ? Optional.of(Type.ANY) : fitting.stream().findFirst();
  }

  private Typed compare(Node.Compare node) {
    var left = compile(node.left());
    var right = compile(node.right());
    if (!mayCompare(node.comparison(), left.type(), right.type())) {
      problem(
          node.at(),
          Operators.notComparable(node.comparison(), left.type().phrase(), right.type().phrase()),
          "");
    }
    var values =
        Logic.both(
            left.code(),
            right.code(),
            (one, other) -> Operators.compare(node.at(), node.comparison(), one, other));
    return new Typed(
        scanner(node).<Code>map(scanner -> new Scanning(scanner, values)).orElse(values),
        Type.BOOLEAN);
  }

  private static boolean mayCompare(Comparison comparison, Type left, Type right) {
    return comparison.isEquality()
        ? left == Type.NULL || right == Type.NULL || left.mayBe(right)
        : List.of(Type.NUMBER, Type.TEXT).stream()
            .anyMatch(type -> type.mayBe(left) && type.mayBe(right));
  }

  private static Optional<PathScanner> scanner(Node.Compare node) {
    if (node.left() instanceof Node.Path path && node.right() instanceof Node.Constant constant) {
      return PathScanner.of(path.path(), node.comparison(), constant.value());
    }
    if (node.right() instanceof Node.Path path && node.left() instanceof Node.Constant constant) {
      return PathScanner.of(path.path(), node.comparison().flipped(), constant.value());
    }
    return Optional.empty();
  }

  private Typed member(Node.Member member) {
    var part = compile(member.of());
    if (!Type.MAP.mayBe(part.type())) {
      problem(member.at(), Operators.noMember(member.name(), part.type().phrase()), "");
    }
    Code code =
        frame ->
            Logic.then(
                part.code().run(frame),
                value -> Operators.member(member.at(), value, member.name()));
    if (operands.remove(chain(member.of())) != null) {
      operands.put(chain(member), code);
    }
    return new Typed(code, Type.ANY);
  }

  /** How a member of a member of a variable is written; empty for all else. */
  private static String chain(Node node) {
    return switch (node) {
      case Node.Variable variable -> variable.name();
      case Node.Member member -> chain(member.of()) + "." + member.name();
      case Node _ -> "";
    };
  }

  private Typed in(Node.In in) {
    var item = compile(in.item());
    var all = compile(in.all());
    if (!Type.LIST.mayBe(all.type()) && !Type.MAP.mayBe(all.type())) {
      problem(in.at(), "in takes a list or a map, found " + all.type().phrase(), "");
    }
    return new Typed(
        Logic.both(item.code(), all.code(), (one, other) -> Operators.in(in.at(), one, other)),
        Type.BOOLEAN);
  }

  private Typed index(Node.Index node) {
    var of = compile(node.of());
    var index = compile(node.index());
    var fits =
        (Type.LIST.mayBe(of.type()) && Type.NUMBER.mayBe(index.type()))
            || (Type.MAP.mayBe(of.type()) && Type.TEXT.mayBe(index.type()));
    if (!fits) {
      problem(node.at(), Operators.noIndex(of.type().phrase(), index.type().phrase()), "");
    }
    return new Typed(
        Logic.both(of.code(), index.code(), (one, other) -> Operators.index(node.at(), one, other)),
        Type.ANY);
  }

  private Typed conditional(Node.Conditional node) {
    var condition = truth(node.condition(), "?:");
    var then = constants.perhaps(() -> compile(node.then()));
    var otherwise = constants.perhaps(() -> compile(node.otherwise()));
    return new Typed(
        Logic.conditional(node.at(), condition, then.code(), otherwise.code()),
        then.type() == otherwise.type() ? then.type() : Type.ANY);
  }

  private List<Code> codes(List<Node> nodes) {
    return nodes.stream().map(node -> compile(node).code()).toList();
  }

  private Typed map(Node.MapOf map) {
    for (var entry : map.entries()) {
      if (entry.name() instanceof Node.Variable variable) {
        problem(
            entry.name().at(),
            "names of a map are texts, found " + variable.name(),
            "write \"" + variable.name() + "\"");
        return UNKNOWN;
      }
    }
    var keys = codes(map.entries().stream().map(Node.Entry::name).toList());
    var values = codes(map.entries().stream().map(Node.Entry::value).toList());
    return new Typed(Collecting.map(map.at(), keys, values), Type.MAP);
  }

  private Typed call(Node.Call call) {
    var macro = Macro.of(call);
    if (macro.isPresent()) {
      return macro(macro.get(), call);
    }
    return function(call.name()).map(known -> call(call, known)).orElseGet(() -> unknown(call));
  }

  static Optional<Function> function(String name) {
    return Optional.ofNullable(Functions.BY_NAME.get(name))
        .or(() -> Optional.ofNullable(LoadmillFunctions.BY_NAME.get(name)));
  }

  private Typed unknown(Node.Call call) {
    var known =
        new ArrayList<>(
            (call.name().startsWith("_") ? LoadmillFunctions.BY_NAME : Functions.BY_NAME).keySet());
    known.addAll(Macro.NAMES);
    var usage = Macro.usage(call.name());
    if (usage.isPresent()) {
      problem(call.at(), call.name() + "() is called otherwise", "it is " + usage.get());
    } else {
      var hint = Nearest.hint(call.name(), known);
      problem(call.at(), "no function is called " + call.name(), hint);
      call.arguments().forEach(this::compile);
    }
    return UNKNOWN;
  }

  private Typed call(Node.Call call, Function function) {
    var arguments = call.arguments().stream().map(this::compile).toList();
    if (!function.takes(arguments.size())) {
      problem(
          call.at(),
          "%s() is called with %d arguments".formatted(call.name(), arguments.size()),
          "it is " + function.signature());
      return UNKNOWN;
    }
    for (var i = 0; i < arguments.size(); i++) {
      argument(call.arguments().get(i), function, i, arguments.get(i).type());
    }
    var codes = arguments.stream().map(Typed::code).toList();
    return new Typed(
        frame ->
            Collecting.all(
                codes,
                frame,
                values -> function.call(new Arguments(values, frame.scope(), call.at()))),
        function.result());
  }

  private void argument(Node node, Function function, int index, Type found) {
    var parameter = function.parameter(index);
    if (!parameter.type().mayBe(found)) {
      problem(
          node.at(),
          "%s of %s() is %s, expected %s"
              .formatted(
                  parameter.name(), function.name(), found.phrase(), parameter.type().phrase()),
          "");
    }
    if (node instanceof Node.Constant constant) {
      parameter
          .type()
          .objection(constant.value())
          .ifPresent(why -> problem(constant.at(), why, ""));
    }
  }

  private Typed macro(Macro macro, Node.Call call) {
    return switch (macro) {
      case Macro.Present(var of) -> new Typed(Logic.present(compile(of).code()), Type.BOOLEAN);
      case Macro.Default(var of, var otherwise) -> {
        var then = compile(of).code();
        yield new Typed(
            Logic.orElse(then, constants.perhaps(() -> compile(otherwise).code())), Type.ANY);
      }
      case Macro.Next(var variable) -> next(call, variable);
      case Macro.Message message -> message(call.at(), message.inHex());
      case Macro.Each each -> each(each, call);
    };
  }

  private Typed message(int at, boolean inHex) {
    Code code = frame -> frame.scope().subject().message(at, inHex);
    operands.put(inHex ? "hex()" : "text()", code);
    return new Typed(code, Type.TEXT);
  }

  private Typed next(Node.Call call, String name) {
    var at = call.arguments().getFirst().at();
    var slot = names.slot(name);
    if (locals.contains(name)) {
      problem(at, "next() takes a variable, found the item " + name, "");
      return UNKNOWN;
    }
    if (slot.isEmpty()) {
      problem(at, "no variable is called " + name, Nearest.hint(name, names.variables()));
      return UNKNOWN;
    }
    slots.set(slot.getAsInt());
    return new Typed(
        frame -> Logic.at(call.at(), frame.scope().advance(slot.getAsInt())), Type.NUMBER);
  }

  private Typed each(Macro.Each each, Node.Call call) {
    var list = compile(each.list());
    if (list.type() != Type.MAP && !Type.LIST.mayBe(list.type())) {
      problem(
          each.list().at(),
          "%s() goes through a list or the names of a map, found %s"
              .formatted(call.name(), list.type().phrase()),
          "");
    }
    locals.add(each.item());
    maxLocals = Math.max(maxLocals, locals.size());
    var body =
        constants.perhaps(() ->
            each.kind() == Macro.Kind.MAP
                ? compile(each.body()).code()
                : truth(each.body(), call.name() + "()"));
    locals.removeLast();
    return new Typed(
        new Each(call.at(), each.kind(), list.code(), locals.size(), body), each.kind().type());
  }
}

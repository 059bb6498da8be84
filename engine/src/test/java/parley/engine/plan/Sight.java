package parley.engine.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import parley.engine.expression.Names;
import parley.engine.expression.Scope;
import parley.engine.expression.Subject;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.handshake.Header;

/** A message, variables and a connection as a test says them. */
final class Sight implements MessageSight, Scope {

  /** The variables that tests may use; {@code later} has no value. */
  static final Names NAMES = Names.of("limit", "room", "list", "user", "later", "sep");

  private static final Map<String, String> VALUES =
      Map.of(
          "limit", "12.50",
          "room", "\"main\"",
          "list", "[1,2]",
          "user", "{\"name\":\"ann\",\"age\":30}",
          "sep", "\"a\\r\\nb\"");

  private final Map<String, Value> variables = new LinkedHashMap<>();
  private final Subject subject = new Subject();
  private final Random random = new Random(1);
  private final List<Header> headers = new ArrayList<>();
  private Optional<byte[]> payload = Optional.empty();
  private boolean text;
  private Facts facts = Facts.NONE;

  private Sight() {
    VALUES.forEach((name, json) -> variables.put(name, json(json)));
  }

  static Value json(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }

  /** No message at all. */
  static Sight ofNothing() {
    return new Sight();
  }

  static Sight of(String text) {
    return ofBytes(text.getBytes(StandardCharsets.UTF_8), true);
  }

  static Sight ofBinary(int... octets) {
    var bytes = new byte[octets.length];
    for (var i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return ofBytes(bytes, false);
  }

  private static Sight ofBytes(byte[] bytes, boolean text) {
    var sight = new Sight();
    sight.payload = Optional.of(bytes);
    sight.text = text;
    sight.subject.set(ByteBuffer.wrap(bytes));
    return sight;
  }

  /** Several messages, as the list of them. */
  static Sight ofSeveral(String list) {
    var sight = new Sight();
    sight.subject.set(json(list));
    return sight;
  }

  Sight with(String variable, String json) {
    variables.put(variable, json(json));
    return this;
  }

  Sight header(String name, String value) {
    headers.add(new Header(name, value));
    facts =
        new Facts(facts.statusOrNull(), headers, facts.subprotocolOrNull(), facts.closureOrNull());
    return this;
  }

  Sight answered(int status, String subprotocol) {
    facts = new Facts(status, headers, subprotocol, facts.closureOrNull());
    return this;
  }

  Sight closed(int code, String reason) {
    var status = CloseStatus.of(new CloseCode(code), reason);
    return ended(
        new Closure(
            Closure.Ending.CLOSE_HANDSHAKE, Closure.Initiator.REMOTE, status, status, null));
  }

  Sight ended(Closure closure) {
    facts = facts.withClosure(closure);
    return this;
  }

  @Override
  public Scope scope() {
    return this;
  }

  /** Those looked at are every tenth of the transcript. */
  @Override
  public long number(int index) {
    return 10L * (index + 1);
  }

  @Override
  public boolean hasMessage() {
    return payload.isPresent();
  }

  @Override
  public boolean isText() {
    return text;
  }

  @Override
  public ByteBuffer payload() {
    return ByteBuffer.wrap(payload.orElseThrow());
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public Optional<Value> variable(int slot) {
    return Optional.ofNullable(variables.get(NAMES.variables().get(slot)));
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }
}

package parley.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import parley.model.collection.Operator;
import parley.protocol.frame.Bytes;

/**
 * Conversations written in Java, a step a call: what a call does and says is what the step of the
 * same name does in a file, since both run in the same engine. Made to be imported statically.
 *
 * <pre>
 * try (var talk = Parley.connect("wss://shop.example/orders")) {
 *   talk.send(json("{'op': 'subscribe'}".replace('\'', '"')));
 *   var ack = talk.receive(where("$.type", equalTo("ack")), check("$.seq", greaterThan(0)));
 *   talk.send(json(Map.of("op", "confirm", "seq", ack.number("$.seq"))));
 * }
 * </pre>
 */
public final class Parley {

  private Parley() {}

  /**
   * Opens a connection and waits until it is open. Blocks.
   *
   * @throws BrokenConversation when it does not come about
   * @throws org.opentest4j.AssertionFailedError when the server refuses it
   */
  public static Talk connect(String url) {
    return connect(url, List.of());
  }

  /**
   * The same with a header, a subprotocol or further ones of them. Blocks.
   *
   * @throws BrokenConversation when it does not come about
   * @throws org.opentest4j.AssertionFailedError when the server refuses it
   */
  public static Talk connect(String url, Option... options) {
    return connect(url, List.of(options));
  }

  private static Talk connect(String url, List<Option> options) {
    var talk = Talk.of(Opening.of(url, options));
    try {
      talk.connect();
      return talk;
    } catch (RuntimeException | Error failed) {
      talk.close();
      throw failed;
    }
  }

  /**
   * A conversation's file in Java's hands: its URL and all that it inherits, its saved messages and
   * its connections; what it answers in the background is answered. Nothing is connected yet.
   * Blocks while files are read.
   *
   * @throws BrokenConversation when the file has problems
   */
  public static Talk open(Path conversation) {
    return Talk.of(Opening.of(conversation));
  }

  /** How a connection is opened. */
  public sealed interface Option {

    record Header(String name, String value) implements Option {}

    record Subprotocol(String name) implements Option {}
  }

  /** A header of the handshake. */
  public static Option header(String name, String value) {
    return new Option.Header(name, value);
  }

  /** A subprotocol that is asked for; several are asked for in their order. */
  public static Option subprotocol(String name) {
    return new Option.Subprotocol(name);
  }

  /** A text message, with templates as in a file. */
  public static Payload text(String text) {
    return new Payload.Text(text);
  }

  /** A message of JSON: a text that is JSON, or a map, list, number, truth value or null. */
  public static Payload json(Object value) {
    return new Payload.Json(value instanceof String text ? text : Literals.json(value));
  }

  /** A binary message. */
  public static Payload bytes(byte... bytes) {
    return new Payload.Binary(Bytes.of(bytes.clone()));
  }

  /** A message that the conversation's file has saved under that name. */
  public static Payload saved(String name) {
    return new Payload.Saved(name);
  }

  /** Only messages of which that holds are received; others stay for later steps. */
  public static ReceivePart where(String subject, Is is) {
    return new ReceivePart.Where(subject, is);
  }

  /** The same as {@code where(subject, equalTo(value))}. */
  public static ReceivePart where(String subject, Object value) {
    return new ReceivePart.Where(subject, equalTo(value));
  }

  /** That has to hold for what was received, or the step fails with all that does not. */
  public static ReceivePart check(String subject, Is is) {
    return new ReceivePart.Checked(subject, is);
  }

  /** How long is waited, in place of 5 s. */
  public static ReceivePart within(Duration time) {
    return new ReceivePart.Within(time);
  }

  /** So many messages are received together. */
  public static ReceivePart take(int count) {
    return new ReceivePart.Taking(count);
  }

  /** Equal as JSON has it: numbers by what they are worth, maps in any order. */
  public static Is equalTo(Object value) {
    return new Is(Operator.EQUALS, value);
  }

  public static Is notEqualTo(Object value) {
    return new Is(Operator.NOT_EQUALS, value);
  }

  public static Is greaterThan(Number value) {
    return new Is(Operator.GREATER_THAN, value);
  }

  public static Is atLeast(Number value) {
    return new Is(Operator.AT_LEAST, value);
  }

  public static Is lessThan(Number value) {
    return new Is(Operator.LESS_THAN, value);
  }

  public static Is atMost(Number value) {
    return new Is(Operator.AT_MOST, value);
  }

  /** A text has that in it, or a list has it. */
  public static Is contains(Object value) {
    return new Is(Operator.CONTAINS, value);
  }

  public static Is startsWith(String text) {
    return new Is(Operator.STARTS_WITH, text);
  }

  public static Is endsWith(String text) {
    return new Is(Operator.ENDS_WITH, text);
  }

  /** A part of it matches a regular expression of RE2. */
  public static Is matches(String regex) {
    return new Is(Operator.MATCHES, regex);
  }

  public static Is exists() {
    return new Is(Operator.EXISTS, true);
  }

  public static Is isAbsent() {
    return new Is(Operator.EXISTS, false);
  }

  /** Of that length: characters, items or members. */
  public static Is hasLength(int length) {
    return new Is(Operator.LENGTH, length);
  }

  /** Of that type: {@code number}, {@code text}, {@code boolean}, {@code list}, {@code map}. */
  public static Is isA(String type) {
    return new Is(Operator.TYPE, type);
  }

  /** Has all of that JSON, and may have more. */
  public static Is containsJson(Object value) {
    return new Is(Operator.JSON_CONTAINS, value);
  }
}

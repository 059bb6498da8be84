package parley.engine.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.plan.Facts;
import parley.engine.plan.MessageSight;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * What checks look at; there is one, and each look sets it anew. What {@code $} stands for stays
 * read as long as the same message is looked at.
 */
final class Sight implements MessageSight {

  private final Memory memory;
  private ByteBuffer payload = Bytes.EMPTY.asBuffer();
  private boolean one;
  private long number;
  private List<Held> several = List.of();
  private boolean text;
  private Facts facts = Facts.NONE;
  private @Nullable Object seen;

  Sight(Memory memory) {
    this.memory = memory;
  }

  /** At a message that has just come, from a strand. */
  Sight at(Arrival arrival, @Nullable Local from, Link link) {
    from(from, link);
    if (seen != arrival) {
      one(arrival, arrival.isText(), arrival.payload());
      number = arrival.number();
    }
    return this;
  }

  /** At a message that is kept. */
  Sight at(Held message, @Nullable Local from, Link link) {
    from(from, link);
    if (seen != message) {
      one(message, message.isText(), message.payload().asBuffer());
      number = message.number();
    }
    return this;
  }

  /** At messages as a list, however many there are; at nothing when there is none. */
  Sight at(List<Held> messages, @Nullable Local from, Link link) {
    from(from, link);
    if (!isSeen(messages)) {
      several(messages);
    }
    return this;
  }

  /** Two lists of equal messages are still two. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isSeen(Object messages) {
    return seen == messages;
  }

  private void from(@Nullable Local from, Link link) {
    memory.look(from, link);
    facts = link.facts();
  }

  /** What was seen is no longer there. */
  void forget() {
    seen = null;
  }

  private void one(Object message, boolean isText, ByteBuffer bytes) {
    seen = message;
    one = true;
    text = isText;
    payload = bytes;
    if (isText || isUtf8(bytes)) {
      memory.subject().set(bytes);
    } else {
      memory.subject().setBinary(bytes);
    }
  }

  private void several(List<Held> messages) {
    seen = messages;
    several = messages;
    one = false;
    payload = Bytes.EMPTY.asBuffer();
    if (messages.isEmpty()) {
      memory.subject().clear();
    } else {
      memory.subject().set(Value.of(messages.stream().map(Sight::value).toList()));
    }
  }

  /** As JSON where it is JSON; else a text, or the base64 of its bytes. */
  private static Value value(Held message) {
    var bytes = message.payload().asBuffer();
    if (!message.isText() && !isUtf8(bytes)) {
      return Value.of(Base64.getEncoder().encodeToString(message.payload().toArray()));
    }
    var text = message.payload().toText();
    return JsonReader.read(text) instanceof JsonReading.Read(var value) ? value : Value.of(text);
  }

  private static boolean isUtf8(ByteBuffer bytes) {
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  @Override
  public Scope scope() {
    return memory;
  }

  @Override
  public long number(int index) {
    return one ? number : several.get(index).number();
  }

  @Override
  public boolean hasMessage() {
    return one;
  }

  @Override
  public boolean isText() {
    return text;
  }

  @Override
  public ByteBuffer payload() {
    return payload;
  }

  @Override
  public Facts facts() {
    return facts;
  }
}

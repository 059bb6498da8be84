package parley.mock.server;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.protocol.endpoint.Outgoing;

/**
 * The hub of a mock: rooms by name, and who is in them. What is published goes to those who are in
 * the room at that moment, in the order they came; each hears what is published in the order of
 * publishing. One thread.
 *
 * @param <M> who is in rooms
 */
final class Rooms<M extends Rooms.Member> {

  /** How many rooms one member may be in. */
  static final int MAX_ROOMS = 1000;

  /** Hears what is published in its rooms. */
  interface Member {
    void published(Outgoing outgoing);
  }

  private final Map<String, Set<M>> members = new LinkedHashMap<>();
  private final Map<M, Set<String>> rooms = new HashMap<>();

  /**
   * Goes into a room; nothing happens where it is there already.
   *
   * @return false when it is in too many rooms and does not go into this one
   */
  boolean join(String room, M member) {
    var its = rooms.computeIfAbsent(member, _ -> new LinkedHashSet<>());
    if (its.size() >= MAX_ROOMS && !its.contains(room)) {
      return false;
    }
    its.add(room);
    members.computeIfAbsent(room, _ -> new LinkedHashSet<>()).add(member);
    return true;
  }

  /** Goes out of a room; nothing happens where it is not there. */
  void leave(String room, M member) {
    var its = rooms.get(member);
    if (its != null && its.remove(room)) {
      empty(room, member);
      if (its.isEmpty()) {
        rooms.remove(member);
      }
    }
  }

  /** Goes out of all rooms. */
  void leaveAll(M member) {
    var its = rooms.remove(member);
    if (its != null) {
      its.forEach(room -> empty(room, member));
    }
  }

  private void empty(String room, M member) {
    members.computeIfPresent(
        room,
        (_, there) -> {
          there.remove(member);
          return there.isEmpty() ? null : there;
        });
  }

  /** Tells everybody who is in the room. Members may come and go meanwhile. */
  void publish(String room, Outgoing outgoing) {
    membersOf(room).forEach(member -> member.published(outgoing));
  }

  /** Tells everybody who is in the room but {@code self}. */
  void publishExcept(M self, String room, Outgoing outgoing) {
    membersOf(room).stream()
        .filter(member -> !member.equals(self))
        .forEach(member -> member.published(outgoing));
  }

  private List<M> membersOf(String room) {
    return List.copyOf(members.getOrDefault(room, Set.of()));
  }

  /** How many rooms have somebody in them. */
  int count() {
    return members.size();
  }
}

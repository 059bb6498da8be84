package parley.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import parley.protocol.endpoint.Outgoing;

/** The hub: who hears what. */
class RoomsTest {

  private final Rooms<Guest> rooms = new Rooms<>();
  private final List<String> heard = new ArrayList<>();

  private final class Guest implements Rooms.Member {
    private final String name;
    private Consumer<Guest> then = _ -> {};

    Guest(String name) {
      this.name = name;
    }

    @Override
    public void published(Outgoing outgoing) {
      if (outgoing instanceof Outgoing.Text(var payload, var _)) {
        heard.add(name + ":" + payload.toText());
      }
      then.accept(this);
    }
  }

  private final Guest ann = new Guest("ann");
  private final Guest bob = new Guest("bob");
  private final Guest eve = new Guest("eve");

  private void publish(String room, String text) {
    rooms.publish(room, Outgoing.text(text));
  }

  @Test
  void everybodyInTheRoomHearsIt() {
    rooms.join("main", ann);
    rooms.join("main", bob);
    rooms.join("other", eve);
    publish("main", "hi");
    assertThat(heard).containsExactly("ann:hi", "bob:hi");
  }

  @Test
  void allButTheSpeakerHearIt() {
    rooms.join("main", ann);
    rooms.join("main", bob);
    rooms.publishExcept(ann, "main", Outgoing.text("hi"));
    assertThat(heard).containsExactly("bob:hi");
  }

  @Test
  void aRoomWithoutAnybodyIsNoFault() {
    publish("nowhere", "hi");
    assertThat(heard).isEmpty();
  }

  @Test
  void whoGoesInTwiceHearsItOnceAndLeavesOnce() {
    rooms.join("main", ann);
    rooms.join("main", ann);
    publish("main", "hi");
    rooms.leave("main", ann);
    publish("main", "again");
    assertThat(heard).containsExactly("ann:hi");
  }

  @Test
  void whoLeavesWhileOthersHearIsNoFault() {
    rooms.join("main", ann);
    rooms.join("main", bob);
    ann.then = _ -> rooms.leaveAll(bob);
    bob.then = _ -> rooms.leaveAll(ann);
    publish("main", "hi");
    publish("main", "again");
    assertThat(heard).containsExactly("ann:hi", "bob:hi");
  }

  @Test
  void roomsThatAreEmptyAreForgotten() {
    rooms.join("a", ann);
    rooms.join("b", ann);
    rooms.join("b", bob);
    rooms.leave("c", ann);
    rooms.leaveAll(ann);
    rooms.leaveAll(ann);
    assertThat(rooms.count()).isEqualTo(1);
    rooms.leave("b", bob);
    assertThat(rooms.count()).isZero();
  }

  @Test
  void thereIsALimitToTheRoomsOfOneMember() {
    for (var i = 0; i < Rooms.MAX_ROOMS; i++) {
      assertThat(rooms.join("room " + i, ann)).isTrue();
    }
    assertThat(rooms.join("one more", ann)).isFalse();
    assertThat(rooms.join("room 0", ann)).isTrue();
    assertThat(rooms.count()).isEqualTo(Rooms.MAX_ROOMS);
  }
}

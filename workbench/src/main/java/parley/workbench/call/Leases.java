package parley.workbench.call;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What pages have under way, each by a key: it is ended by who takes it out, or with its page. Any
 * thread may call it.
 */
public final class Leases<K, T> {

  private record Lease<T>(Page page, T thing) {}

  private final Map<K, Lease<T>> all = new ConcurrentHashMap<>();
  private final Set<Page> pages = ConcurrentHashMap.newKeySet();
  private final Consumer<T> end;

  /**
   * None yet.
   *
   * @param end ends one
   */
  public Leases(Consumer<T> end) {
    this.end = end;
  }

  /**
   * Gives a page what {@code make} makes; a page that has gone meanwhile has it no more. Who ends
   * it while it is being made waits until it is there.
   *
   * @return what the page has by that key
   */
  public T begin(K key, Page page, Supplier<T> make) {
    var lease = all.computeIfAbsent(key, _ -> new Lease<>(page, make.get()));
    if (pages.add(page)) {
      page.whenGone(() -> left(page));
    }
    return lease.thing();
  }

  private void left(Page page) {
    pages.remove(page); // first: of what is begun after this look the page's end is told again
    all.forEach((key, lease) -> {
      if (lease.page().equals(page)) {
        end(key);
      }
    });
  }

  /** What a page has by that key. */
  public Optional<T> find(K key) {
    return Optional.ofNullable(all.get(key)).map(Lease::thing);
  }

  /** Takes one out and ends it, if it is still there. */
  public void end(K key) {
    var lease = all.remove(key);
    if (lease != null) {
      end.accept(lease.thing());
    }
  }
}

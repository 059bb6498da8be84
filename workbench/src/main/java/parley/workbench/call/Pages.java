package parley.workbench.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.model.value.Value;

/** All pages that are connected. Any thread may call it. */
public final class Pages {

  private final Set<Page> all = ConcurrentHashMap.newKeySet();

  public void add(Page page) {
    all.add(page);
    page.whenGone(() -> all.remove(page));
  }

  /** Whether anybody looks. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Tells every page. */
  public void tell(String event, Value data) {
    all.forEach(page -> page.tell(event, data));
  }

  /** Tells every page, as {@link Page#tellLatest}. */
  public void tellLatest(String event, String key, Value data) {
    all.forEach(page -> page.tellLatest(event, key, data));
  }

  /** Tells every page but one, which knows. */
  public void tellOthers(Page one, String event, Value data) {
    all.stream().filter(page -> !page.equals(one)).forEach(page -> page.tell(event, data));
  }
}

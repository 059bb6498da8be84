package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.Test;

/** The tree: to make, name, copy, move, delete and find, by mouse and by keys. */
@InBrowser
final class TreeTest {

  private static final String FEED =
      """
      # Kept as it is.
      name: Feed
      url: ws://127.0.0.1:1/feed
      messages:
        - name: subscribe
          json: { op: subscribe }
      """;

  private static Rig shop(Rig rig) {
    rig.file("parley.yaml", "name: Shop\n")
        .file("orders/feed.ws.yaml", FEED)
        .file("trades.ws.yaml", "name: Trades\nurl: ws://127.0.0.1:1/trades\n")
        .open();
    return rig;
  }

  /** Types into the field that renames in place. */
  private static void named(Rig rig, String name) {
    assertThat(rig.named(AriaRole.TEXTBOX, "New name")).isFocused();
    rig.type(name);
    rig.press("Enter");
  }

  @Test
  void aSlashCommandMakesAWebSocketInTheChosenFolder(Rig rig) {
    shop(rig).treeItem("orders").click();
    rig.press("/");
    rig.type("wss");
    rig.press("Enter");
    named(rig, "Order book");
    assertThat(rig.treeItem("Order book")).isVisible();
    assertThat(rig.tab("Order book")).isVisible();
    assertThat(rig.files()).contains("orders/Order-book.ws.yaml");
  }

  @Test
  void keysWalkTheTreeAndF2RenamesInPlace(Rig rig) {
    shop(rig).treeItem("orders").click();
    rig.press("ArrowRight");
    rig.press("ArrowRight");
    assertThat(rig.treeItem("Feed")).hasAttribute("aria-selected", "true");
    rig.press("ArrowRight");
    assertThat(rig.treeItem("subscribe")).isVisible();
    rig.press("t");
    assertThat(rig.treeItem("Trades")).hasAttribute("aria-selected", "true");
    rig.press("F2");
    named(rig, "Deals");
    assertThat(rig.treeItem("Deals")).isVisible();
    assertThat(rig.page().getByRole(AriaRole.TREE)).isFocused();
  }

  @Test
  void whatIsDeletedComesBackByUndo(Rig rig) {
    shop(rig).treeItem("Trades").click();
    rig.press("Delete");
    assertThat(rig.treeItem("Trades")).hasCount(0);
    assertThat(rig.exists("trades.ws.yaml")).isFalse();
    rig.button("Undo").click();
    assertThat(rig.treeItem("Trades")).isVisible();
    assertThat(rig.exists("trades.ws.yaml")).isTrue();
  }

  @Test
  void aConversationIsCopiedByKeyAndMovedByDragging(Rig rig) {
    shop(rig).treeItem("Trades").click();
    rig.press("Control+d");
    named(rig, "Old trades");
    assertThat(rig.treeItem("Old trades")).isVisible();
    rig.treeItem("Trades").dragTo(rig.treeItem("orders"));
    assertThat(rig.treeItem("Trades")).hasAttribute("aria-level", "2");
    assertThat(rig.files()).contains("orders/trades.ws.yaml");
    assertThat(rig.tab("Trades")).isVisible();
  }

  @Test
  void theSearchFindsNamesAndContents(Rig rig) {
    shop(rig);
    rig.press("Control+Shift+f");
    rig.type("Feed");
    assertThat(rig.treeItem("Feed")).isVisible();
    assertThat(rig.treeItem("Trades")).hasCount(0);
    assertThat(rig.button("orders/feed.ws.yaml")).not().hasCount(0);
  }

  @Test
  void theKeyOfTheMenuOpensItAndTheFocusComesBack(Rig rig) {
    shop(rig).treeItem("Trades").click();
    rig.press("Shift+F10");
    assertThat(rig.named(AriaRole.MENU, "Trades")).isVisible();
    assertThat(rig.named(AriaRole.MENUITEM, "Open")).isFocused();
    rig.press("Escape");
    assertThat(rig.page().getByRole(AriaRole.TREE)).isFocused();
  }

  @Test
  void aFileThatIsChangedOutsideIsMarkedByItsProblems(Rig rig) {
    shop(rig).file("trades.ws.yaml", "name: Trades\nurll: ws://127.0.0.1:1\n");
    assertThat(rig.named(AriaRole.TREEITEM, "problem")).isVisible();
  }

  @Test
  void aRightClickAddsAMessageAndTheRestOfTheFileStays(Rig rig) {
    shop(rig).treeItem("Feed").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    rig.named(AriaRole.MENUITEM, "New client message").click();
    assertThat(rig.treeItem("New message")).isVisible();
    assertThat(rig.read("orders/feed.ws.yaml")).startsWith(FEED).contains("New message");
  }
}

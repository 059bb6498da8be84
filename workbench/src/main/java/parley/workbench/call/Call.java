package parley.workbench.call;

/** Does what the page asks for. It may block: it is called on a virtual thread. */
@FunctionalInterface
public interface Call {

  Answer on(With with, Page page);
}

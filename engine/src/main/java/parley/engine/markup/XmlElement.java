package parley.engine.markup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;

/**
 * An XML element: its name, attributes, own text and elements, without namespaces.
 *
 * @param text without white space around it
 */
public record XmlElement(
    String name, Map<String, String> attributes, String text, List<XmlElement> elements) {

  public XmlElement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    elements = List.copyOf(elements);
  }

  /** The root of what {@code text} writes; empty where it is no XML. */
  public static Optional<XmlElement> read(String text) {
    return switch (Xml.read(text)) {
      case Xml.Reading.Read(var document) -> Optional.of(of(document.getDocumentElement()));
      case Xml.Reading.Wrong _ -> Optional.empty();
    };
  }

  private static XmlElement of(Element element) {
    var attributes = new LinkedHashMap<String, String>();
    for (var i = 0; i < element.getAttributes().getLength(); i++) {
      var attribute = element.getAttributes().item(i);
      attributes.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    var text = new StringBuilder();
    var elements = new ArrayList<XmlElement>();
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      switch (child) {
        case Element inner -> elements.add(of(inner));
        case CharacterData data -> text.append(data.getData());
        default -> {}
      }
    }
    return new XmlElement(element.getNodeName(), attributes, text.toString().strip(), elements);
  }

  /** Whether it is, or somewhere has, an element that has at least what {@code wanted} has. */
  public boolean contains(XmlElement wanted) {
    return has(wanted) || elements.stream().anyMatch(inner -> inner.contains(wanted));
  }

  private boolean has(XmlElement wanted) {
    return name.equals(wanted.name())
        && attributes.entrySet().containsAll(wanted.attributes().entrySet())
        && (wanted.text().isEmpty() || text.equals(wanted.text()))
        && wanted.elements().stream()
            .allMatch(inner -> elements.stream().anyMatch(own -> own.has(inner)));
  }
}

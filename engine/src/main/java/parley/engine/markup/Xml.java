package parley.engine.markup;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML: without document types, so without entities, and nothing but the text itself.
 * Namespaces count for nothing: all names are local ones.
 */
final class Xml {

  /** How many elements may stand in one another, so that walking through them ends well. */
  private static final int MAX_DEPTH = 512;

  private Xml() {}

  /** What reading a text came to. */
  sealed interface Reading {

    record Read(Document document) implements Reading {}

    record Wrong(String why) implements Reading {}
  }

  static Reading read(String text) {
    try {
      var builder = builder();
      builder.setErrorHandler(new Quiet());
      var document = builder.parse(new InputSource(new StringReader(text)));
      localise(document, document.getDocumentElement());
      return new Reading.Read(document);
    } catch (SAXParseException wrong) {
      return new Reading.Wrong(
          "not XML: line %d, column %d: %s"
              .formatted(wrong.getLineNumber(), wrong.getColumnNumber(), wrong.getMessage()));
    } catch (SAXException | IOException wrong) {
      return new Reading.Wrong("not XML: " + wrong.getMessage());
    }
  }

  private static DocumentBuilder builder() {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", MAX_DEPTH);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static void localise(Document document, Element element) {
    var attributes = new ArrayList<Attr>();
    for (var i = 0; i < element.getAttributes().getLength(); i++) {
      attributes.add((Attr) element.getAttributes().item(i));
    }
    for (var attribute : attributes) {
      if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        element.removeAttributeNode(attribute);
      } else if (attribute.getNamespaceURI() != null
          && !element.hasAttribute(attribute.getLocalName())) {
        document.renameNode(attribute, null, attribute.getLocalName());
      }
    }
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        localise(document, inner);
      }
    }
    if (element.getNamespaceURI() != null) {
      document.renameNode(element, null, element.getLocalName());
    }
  }

  /** The default handler writes to the terminal. */
  private static final class Quiet implements ErrorHandler {

    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}

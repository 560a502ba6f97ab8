package io.watchfloor.support;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nu.validator.checker.Checker;
import nu.validator.checker.CspEnforcementChecker;
import nu.validator.checker.DuplicateDtChecker;
import nu.validator.checker.HeadingHierarchyChecker;
import nu.validator.checker.MicrodataChecker;
import nu.validator.checker.TextContentChecker;
import nu.validator.checker.UncheckedSubtreeWarner;
import nu.validator.checker.UsemapChecker;
import nu.validator.checker.jing.CheckerSchema;
import nu.validator.checker.jing.CheckerValidator;
import nu.validator.checker.table.TableChecker;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.localentities.LocalCacheEntityResolver;
import nu.validator.vendor.thaiopensource.relaxng.impl.CombineValidator;
import nu.validator.vendor.thaiopensource.util.PropertyMap;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.Schema;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.Validator;
import nu.validator.vendor.thaiopensource.validate.prop.rng.RngProperty;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import nu.validator.vendor.thaiopensource.xml.sax.Jaxp11XMLReaderCreator;
import nu.validator.xml.AttributesPermutingXMLReaderWrapper;
import nu.validator.xml.NullEntityResolver;
import nu.validator.xml.ariaattributes.AriaAttributeDroppingSchemaWrapper;
import nu.validator.xml.customelements.NamespaceChangingSchemaWrapper;
import nu.validator.xml.dataattributes.DataAttributeDroppingSchemaWrapper;
import nu.validator.xml.langattributes.XmlLangAttributeDroppingSchemaWrapper;
import nu.validator.xml.roleattributes.RoleAttributeFilteringSchemaWrapper;
import nu.validator.xml.templateelement.TemplateElementDroppingSchemaWrapper;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The Nu HTML checker, which the W3C runs, in this process and without a network: its
 * schema for HTML, its assertions and its CSS. Its own front end is put together in the
 * same way, but brings a web server along. Left out are its guess at the language and its
 * advice on Unicode normalization: what incidents hold is shown as it came. For one
 * thread.
 *
 * @see <a href="https://validator.github.io/validator/">The Nu HTML checker</a>
 */
public final class HtmlChecker {

	private static final String SCHEMA = "http://s.validator.nu/html5.rnc";

	private final List<String> findings = new ArrayList<>();

	private final PropertyMap properties;

	private final Schema schema;

	public HtmlChecker() {
		System.setProperty("nu.validator.checker.enableLangDetection", "0");
		System.setProperty("nu.validator.schema.rdfa-full", "0");
		LocalCacheEntityResolver entities = new LocalCacheEntityResolver(new NullEntityResolver());
		entities.setAllowRnc(true);
		PropertyMapBuilder builder = new PropertyMapBuilder();
		builder.put(ValidateProperty.ERROR_HANDLER, new Findings());
		builder.put(ValidateProperty.ENTITY_RESOLVER, entities);
		builder.put(ValidateProperty.XML_READER_CREATOR, new Jaxp11XMLReaderCreator());
		RngProperty.CHECK_ID_IDREF.add(builder);
		this.properties = builder.toPropertyMap();
		this.schema = schema(entities);
	}

	/**
	 * Check a page.
	 * @param html the page's source
	 * @return every error and warning, with where it is
	 */
	public List<String> page(String html) {
		this.findings.clear();
		try {
			HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
			parser.setXmlnsPolicy(XmlViolationPolicy.ALTER_INFOSET);
			parser.setContentSpacePolicy(XmlViolationPolicy.ALTER_INFOSET);
			parser.setMappingLangToXmlLang(true);
			parser.setErrorProfile(new HashMap<>(Map.of("html-strict", "warn")));
			parser.setContentHandler(validator().getContentHandler());
			parser.setErrorHandler(new Findings());
			new AttributesPermutingXMLReaderWrapper(parser).parse(new InputSource(new StringReader(html)));
		}
		catch (IOException | SAXException ex) {
			throw new AssertionError(ex);
		}
		return List.copyOf(this.findings);
	}

	/**
	 * Check a style sheet.
	 * @param css its source
	 * @return every error and warning; lines count from 2
	 */
	public List<String> styles(String css) {
		return page("<!DOCTYPE html><html lang=en><title>Styles</title><style>\n" + css + "\n</style>");
	}

	/**
	 * The attributes that HTML keeps open are dropped before the schema sees them; the
	 * assertions check those of ARIA.
	 */
	private Schema schema(LocalCacheEntityResolver entities) {
		try {
			Schema html = CompactSchemaReader.getInstance()
				.createSchema(entities.resolveEntity(null, SCHEMA), this.properties);
			Schema dropped = new RoleAttributeFilteringSchemaWrapper(new XmlLangAttributeDroppingSchemaWrapper(
					new AriaAttributeDroppingSchemaWrapper(new DataAttributeDroppingSchemaWrapper(html))));
			return new NamespaceChangingSchemaWrapper(new TemplateElementDroppingSchemaWrapper(dropped));
		}
		catch (Exception ex) {
			throw new AssertionError("The checker's schema cannot be read", ex);
		}
	}

	private Validator validator() throws SAXException {
		Validator all = new CombineValidator(this.schema.createValidator(this.properties),
				CheckerSchema.ASSERTION_SCH.createValidator(this.properties));
		for (Checker checker : List.of(new TableChecker(), new DuplicateDtChecker(), new HeadingHierarchyChecker(),
				new MicrodataChecker(), new TextContentChecker(), new UncheckedSubtreeWarner(), new UsemapChecker(),
				new CspEnforcementChecker())) {
			all = new CombineValidator(all, new CheckerValidator(checker, this.properties));
		}
		return all;
	}

	/**
	 * Notes what the checker says.
	 */
	private final class Findings implements ErrorHandler {

		@Override
		public void warning(SAXParseException finding) {
			note("warning", finding);
		}

		@Override
		public void error(SAXParseException finding) {
			note("error", finding);
		}

		@Override
		public void fatalError(SAXParseException finding) {
			note("fatal error", finding);
		}

		private void note(String level, SAXParseException finding) {
			HtmlChecker.this.findings.add(level + " at " + finding.getLineNumber() + ":" + finding.getColumnNumber()
					+ ": " + finding.getMessage());
		}

	}

}

package io.watchfloor.web.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.index.Tenant;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.Analysts;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.format.SourceDetails;
import io.watchfloor.web.frame.Frame;
import io.watchfloor.web.parts.IncidentPart;
import io.watchfloor.web.parts.PartAddresses;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/**
 * The pages of an incident of 150 alerts and 2,400 entities in a queue of 20,000: from
 * what the API answered to the bytes of the page, on one thread.
 */
@State(Scope.Benchmark)
public class IncidentBenchmark {

	private static final int INCIDENTS = 20_000;

	@Param({ "OVERVIEW", "ALERTS", "ASSETS", "EVIDENCE", "GRAPH", "RELATED", "SHEET" })
	private String view = "";

	private final Incident incident = LargeIncidents.believable();

	private final AnalystView queue = new AnalystView(Analysts.of(SandboxAccount.ANALYST), Tenant.VIEWPOINT,
			new QueueSnapshot(1, Tenant.of(INCIDENTS).index(), SeenChanges.NONE,
					new QueueState(Tenant.VIEWPOINT.now(), INCIDENTS, null, true, true, null, false, false, 0, Instant.EPOCH)),
			new Freshness(null, null, false, true, null, null, null), SourceDetails.ALL);

	private final StaticWebApplicationContext context = new StaticWebApplicationContext();

	private final ThymeleafViewResolver views = new ThymeleafViewResolver();

	public IncidentBenchmark() {
		this.context.setServletContext(new MockServletContext());
		this.context.refresh();
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setEnableSpringELCompiler(true);
		engine.setTemplateResolver(templates);
		this.views.setTemplateEngine(engine);
		this.views.setApplicationContext(this.context);
		this.views.setCharacterEncoding("UTF-8");
	}

	/**
	 * Prepare a page and print it.
	 * @return the page's bytes
	 * @throws Exception never
	 */
	@Benchmark
	public byte[] render() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(this.context.getServletContext(), "GET", "/");
		request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, this.context);
		request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(Locale.ENGLISH));
		request.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, this.context);
		MockHttpServletResponse response = new MockHttpServletResponse();
		ModelAndView page = page(request);
		Map<String, Object> model = new HashMap<>(page.getModel());
		Frame frame = Frame.of(request);
		model.put("frame", new Frame(frame.base(), new Frame.Person("Ada Analyst", "ada.analyst@contoso.com", "digest"),
				frame.theme(), frame.zone(), frame.zones(), frame.shiftZone(), frame.address(), frame.views(), null));
		View template = Objects
			.requireNonNull(this.views.resolveViewName(Objects.requireNonNull(page.getViewName()), Locale.ENGLISH));
		template.render(model, request, response);
		return response.getContentAsByteArray();
	}

	private ModelAndView page(MockHttpServletRequest request) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		OpenIncident open = OpenIncident.of(this.incident, this.queue.analyst(), this.queue,
				new PartAddresses("/incidents", this.incident.id(), IncidentQuery.DEFAULT), request);
		return switch (this.view) {
			case "OVERVIEW" -> open.page(parameters);
			case "SHEET" -> open.sheet();
			default -> open.part(PartPage.of(IncidentPart.valueOf(this.view), open, parameters));
		};
	}

}

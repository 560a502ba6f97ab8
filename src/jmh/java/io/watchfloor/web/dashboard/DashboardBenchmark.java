package io.watchfloor.web.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.change.SeenChanges;
import io.watchfloor.queue.handover.Shift;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Tenant;
import io.watchfloor.queue.reading.QueueState;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.format.ZonedTimes;
import io.watchfloor.web.frame.Frame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/**
 * A dashboard over 20,000 incidents, all of them in its range: from the index to the
 * bytes of the page, on one thread. What is left out is what the web server, the filters
 * and the session do for any page.
 */
@State(Scope.Benchmark)
public class DashboardBenchmark {

	private static final int INCIDENTS = 20_000;

	private static final TimeRange RANGE = TimeRange.last(Duration.ofDays(180));

	private final IncidentIndex index = Tenant.of(INCIDENTS).index();

	private final StaticWebApplicationContext context = new StaticWebApplicationContext();

	private final ThymeleafViewResolver views = new ThymeleafViewResolver();

	public DashboardBenchmark() {
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
	 * Count what the page shows.
	 * @return what the template prints
	 */
	@Benchmark
	public Object count() {
		return page();
	}

	/**
	 * Count it and print it.
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
		View view = Objects.requireNonNull(this.views.resolveViewName("dashboard/dashboard", Locale.ENGLISH));
		view.render(Map.of("dashboard", page(), "frame",
				signedIn(Frame.of(request))), request, response);
		return response.getContentAsByteArray();
	}

	private static Frame signedIn(Frame frame) {
		return new Frame(frame.base(), new Frame.Person("Ada Analyst", "ada.analyst@contoso.com", "digest"), frame.theme(), frame.zone(),
				frame.zones(), frame.shiftZone(), frame.address(), frame.views(), null);
	}

	private DashboardPage page() {
		Instant now = Tenant.VIEWPOINT.now();
		DashboardSource source = new DashboardSource(this.index, SeenChanges.NONE,
				new QueueState(now, INCIDENTS, null, true, true, null, false, false, 0, Instant.EPOCH),
				Tenant.VIEWPOINT, new Shift(now.minus(Duration.ofHours(8)), now),
				new Freshness(null, null, false, true, null, null, null));
		return DashboardPage.of("", false, source, RANGE, new LastVisit(now.minus(Duration.ofHours(8)), true),
				new ZonedTimes(ZoneOffset.UTC));
	}

}

package io.watchfloor.web.queue;

import java.time.Instant;

import io.watchfloor.defender.CallBudget;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.reading.QueueSnapshot;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.PortalLink;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.Freshness;
import io.watchfloor.web.analyst.PageVersion;
import io.watchfloor.web.analyst.WatchfloorSettings;
import io.watchfloor.web.format.Times;
import io.watchfloor.web.frame.Theme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The queue: an address is a view, and the page shows what the address says. An open page
 * asks for itself again, with the version that it has, and is answered 304 as long as
 * nothing on it changed.
 */
@Controller
class QueueController {

	private final AnalystQueues queues;

	private final CallBudget calls;

	private final WatchfloorSettings settings;

	QueueController(AnalystQueues queues, CallBudget calls, WatchfloorSettings settings) {
		this.queues = queues;
		this.calls = calls;
		this.settings = settings;
	}

	@GetMapping(StandardView.PATH)
	@Nullable String incidents(@RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal Analyst analyst,
			ServletWebRequest exchange, HttpServletRequest request, HttpServletResponse response, Model model) {
		IncidentQuery query = IncidentQueryParameters.parse(parameters);
		Viewpoint viewpoint = this.queues.viewpoint(analyst);
		QueueSnapshot snapshot = this.queues.read(request, query.range().start(viewpoint.now()));
		Freshness freshness = Freshness.of(snapshot.state(), viewpoint.now());
		Instant asOf = snapshot.state().asOf();
		if (asOf != null) {
			response.setHeader(Freshness.AS_OF, Times.iso(asOf));
		}
		String calls = CallsLeft.text(this.calls.left());
		response.setHeader(CallsLeft.HEADER, calls);
		String version = PageVersion.of(request, analyst, snapshot, viewpoint.now(), Theme.of(request).value(),
				QueueLayout.of(request).value());
		if (exchange.checkNotModified(version)) {
			return null;
		}
		model.addAttribute("queue", QueuePage.of(request.getContextPath() + StandardView.PATH,
				snapshot.index().select(query, viewpoint), viewpoint, freshness));
		model.addAttribute("menus", FilterMenus.of(query, snapshot.index().facets(query, viewpoint)));
		model.addAttribute("layout", QueueLayout.of(request));
		model.addAttribute("live", QueueLive.of(version, snapshot, query, viewpoint, this.settings.freshness()));
		model.addAttribute("calls", calls);
		model.addAttribute("portal", PortalLink.template(analyst.tenantId()));
		return "queue/queue";
	}

}

package io.watchfloor.web.queue;

import io.watchfloor.defender.CallBudget;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.index.Facets;
import io.watchfloor.queue.index.IncidentIndex;
import io.watchfloor.queue.index.Selection;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.PortalLink;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.analyst.WatchfloorSettings;
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
 * Shows the view of the queue that the address asks for. An open page requests itself
 * again with the entity tag that it has, and gets 304 as long as nothing on it changed.
 * It holds its rows, so it names them, and is told what became of those that its view
 * does not show in their place any more.
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
		AnalystView view = this.queues.read(request, analyst, query.range());
		view.setAsOfHeader(response);
		String calls = CallsLeft.text(this.calls.left());
		response.setHeader(CallsLeft.HEADER, calls);
		QueueLayout layout = QueueLayout.of(request).with(PriorityColumn.of(query, view.source()));
		String version = view.entityTag(request, layout.value());
		if (exchange.checkNotModified(version)) {
			return null;
		}
		String path = request.getContextPath() + StandardView.PATH;
		Selection selection = view.index().select(query, view.viewpoint());
		model.addAttribute("queue", QueuePage.of(path, selection, view.viewpoint(), view.freshness(), view.source()));
		model.addAttribute("gaps", SourceGaps.of(query, view.source()));
		model.addAttribute("held", HeldRows.of(request.getHeader(HeldRows.HEADER), selection, view, path));
		model.addAttribute("menus", FilterMenus.of(query, facets(selection, view), view.source()));
		model.addAttribute("layout", layout);
		model.addAttribute("live", QueueLive.of(version, view, query, this.settings.pollSeconds()));
		model.addAttribute("calls", calls);
		model.addAttribute("portal", PortalLink.template(analyst.tenantId()));
		return "queue/queue";
	}

	/**
	 * Return the values for the filter menus. Where nothing is selected they are those of
	 * all that the queue holds, so that another can be chosen.
	 */
	private static Facets facets(Selection selection, AnalystView view) {
		IncidentIndex index = view.index();
		return (selection.total() > 0) ? index.facets(selection.query(), view.viewpoint())
				: index.facets(IncidentQuery.DEFAULT.with(TimeRange.ANY), view.viewpoint()).withoutIncidents();
	}

}

package io.watchfloor.web.queue;

import java.util.List;

import io.watchfloor.defender.SourceDetail;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps how an analyst wants the queue's table in a cookie.
 */
@Controller
class QueueLayoutController {

	static final String PATH = StandardView.PATH + "/layout";

	/**
	 * Where the form stands on the page. Browsers open the menu around it when an address
	 * names it, so that a column can be moved several times.
	 */
	private static final String FORM = "#layout";

	private final AnalystQueues queues;

	QueueLayoutController(AnalystQueues queues) {
		this.queues = queues;
	}

	/**
	 * Keep a layout, and lead back. Where the source gives no priority scores, the form
	 * does not offer their column, which stays as it was.
	 * @param order all columns in order
	 * @param column the columns to show
	 * @param up a column to move towards the beginning, empty for none
	 * @param down a column to move towards the end, empty for none
	 */
	@PostMapping(PATH)
	ResponseEntity<Void> remember(@RequestParam(defaultValue = "") List<String> order,
			@RequestParam(defaultValue = "") List<String> column, @RequestParam(defaultValue = "") String density,
			@RequestParam(defaultValue = "") String up, @RequestParam(defaultValue = "") String down,
			@RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
		boolean given = this.queues.source().gives(SourceDetail.SUPPLEMENT);
		QueueLayout chosen = QueueLayout.of(order, column, density)
			.with(new PriorityColumn(given, given))
			.moved(up, -1)
			.moved(down, 1);
		String layout = (given ? chosen : chosen.keeping(QueueColumn.PRIORITY, QueueLayout.of(request))).value();
		String page = (up + down).isEmpty() ? back : back + FORM;
		return QueueLayout.COOKIE.keep(layout.isEmpty() ? null : layout, page, request);
	}

}

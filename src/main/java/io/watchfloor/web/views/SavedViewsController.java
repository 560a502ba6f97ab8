package io.watchfloor.web.views;

import java.util.function.UnaryOperator;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.RefusedViewException;
import io.watchfloor.web.address.SavedView;
import io.watchfloor.web.address.SavedViews;
import io.watchfloor.web.frame.SavedViewsCookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the views that an analyst saved in this browser, and keeps changes to them in a
 * cookie. A change that is refused shows the page again, with a sentence that says why.
 */
@Controller
class SavedViewsController {

	static final String PATH = "/views";

	private static final String PAGE = "views/views";

	@GetMapping(PATH)
	String views(HttpServletRequest request, @AuthenticationPrincipal Analyst analyst, Model model) {
		model.addAttribute("page", SavedViewsPage.of(request.getContextPath(), views(request, analyst)));
		return PAGE;
	}

	/**
	 * Save a view, or put it in the place of the one of the same name.
	 * @param view the parameters of its address
	 */
	@PostMapping(PATH)
	Object save(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String view,
			@RequestParam(defaultValue = "/") String back, HttpServletRequest request,
			@AuthenticationPrincipal Analyst analyst) {
		return change((views) -> views.with(new SavedView(name, query(view))), back, request, analyst);
	}

	private static IncidentQuery query(String parameters) {
		try {
			return SavedView.query(parameters);
		}
		catch (IllegalArgumentException ex) {
			throw new BadParameterException("view", "the parameters of a view of the queue");
		}
	}

	/**
	 * Rename, move or delete a view.
	 * @param view its name
	 * @param name its new name, for renaming
	 * @param action {@code rename}, {@code up}, {@code down} or {@code delete}
	 */
	@PostMapping(PATH + "/change")
	Object change(@RequestParam(defaultValue = "") String view, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String action, HttpServletRequest request,
			@AuthenticationPrincipal Analyst analyst) {
		return change((views) -> switch (action) {
			case "rename" -> views.renamed(view, name);
			case "up" -> views.moved(view, -1);
			case "down" -> views.moved(view, 1);
			case "delete" -> views.without(view);
			default -> throw new BadParameterException("action", "one of rename, up, down and delete");
		}, request.getContextPath() + PATH, request, analyst);
	}

	/**
	 * Choose the view that a sign-in opens.
	 * @param start the name of the view; any other for the dashboard
	 */
	@PostMapping(PATH + "/start")
	Object start(@RequestParam(defaultValue = "") String start, HttpServletRequest request,
			@AuthenticationPrincipal Analyst analyst) {
		return change((views) -> views.startingWith(start), request.getContextPath() + PATH, request, analyst);
	}

	private static Object change(UnaryOperator<SavedViews> change, String back, HttpServletRequest request,
			Analyst analyst) {
		SavedViews views = views(request, analyst);
		try {
			return SavedViewsCookie.keep(change.apply(views), back, request, analyst);
		}
		catch (RefusedViewException ex) {
			ModelAndView page = new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
			page.addObject("page", SavedViewsPage.of(request.getContextPath(), views));
			page.addObject("refusal", ex.sentence());
			return page;
		}
	}

	private static SavedViews views(HttpServletRequest request, Analyst analyst) {
		return SavedViewsCookie.read(request, analyst);
	}

}

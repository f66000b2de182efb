package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.readout.discord.standin.command.RegisteredCommands;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Registering commands, for everybody and for a server.
 *
 * @param knowsGuild whether the bot is in this server
 */
record CommandRoutes(
    RegisteredCommands commands, String applicationId, Predicate<String> knowsGuild) {

  List<Route> routes() {
    List<Route> routes = new ArrayList<>(routes("applications/{}/commands", request -> ""));
    routes.addAll(routes("applications/{}/guilds/{}/commands", this::guild));
    return routes;
  }

  private List<Route> routes(String all, Function<Request, String> scope) {
    String one = all + "/{}";
    return List.of(
        route("GET", all, scope, (request, in) -> Answer.ok(list(in))),
        route("PUT", all, scope, (request, in) -> Answer.ok(commands.replace(in, request.body()))),
        route("POST", all, scope, (request, in) -> Answer.ok(commands.put(in, request.body()))),
        route("GET", one, scope, (request, in) -> Answer.ok(commands.get(in, last(request)))),
        route(
            "PATCH",
            one,
            scope,
            (request, in) -> Answer.ok(commands.edit(in, last(request), request.body()))),
        route(
            "DELETE",
            one,
            scope,
            (request, in) -> {
              commands.delete(in, last(request));
              return Answer.noContent();
            }));
  }

  /** What a route does in a scope. */
  private interface Action {
    Answer answer(Request request, String scope);
  }

  private Route route(
      String method, String template, Function<Request, String> scope, Action action) {
    return Route.of(
        method,
        template,
        request -> {
          if (!request.argument(0).equals(applicationId)) {
            throw new Refusal(404, 10002, "Unknown Application");
          }
          return action.answer(request, scope.apply(request));
        });
  }

  private String guild(Request request) {
    String id = request.argument(1);
    if (!knowsGuild.test(id)) {
      throw new Refusal(403, 50001, "Missing Access");
    }
    return id;
  }

  private ArrayNode list(String scope) {
    ArrayNode answer = Json.array();
    commands.inScope(scope).forEach(command -> answer.add(command.json()));
    return answer;
  }

  private static String last(Request request) {
    return request.arguments().getLast();
  }
}

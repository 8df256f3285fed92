// Whether an id was met before.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "table.hpp"
#include "topics.hpp"

namespace thoihan::python {
namespace {

/// The ids that were met, as 128 bits of each: 32 bytes an id at most.
class id_set {
public:
    /// The rows, from 0, whose id was met before. Rows without an id are not looked at.
    std::vector<std::size_t> add(const py::object& batch) {
        const arrow_batch table(batch);
        const auto found = table.find("dossier_id");
        if (!found) return {};
        const auto text = text_rows::of(*found->schema, *found->array, found->offset);
        if (!text) throw refusal({errc::field_type}, "dossier_id", found->schema->format);
        std::vector<std::size_t> again;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (!text->has(row) || text->at(row).empty()) continue;
            if (!insert(key_of(text->at(row)))) again.push_back(row);
        }
        return again;
    }

private:
    struct key {
        std::uint64_t a = 0, b = 0;
        friend bool operator==(const key&, const key&) = default;
    };

    /// Two hashes of different kinds; never both 0, which stands for an empty place.
    static key key_of(std::string_view id) noexcept {
        std::uint64_t fnv = 0xCBF29CE484222325U;
        for (const char c : id) fnv = (fnv ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        return {std::hash<std::string_view>()(id), fnv | 1U};
    }

    bool insert(key wanted) {
        if ((size_ + 1) * 2 > places_.size()) grow();
        key* place = find(wanted);
        if (*place == wanted) return false;
        *place = wanted;
        ++size_;
        return true;
    }
    key* find(key wanted) noexcept {
        std::size_t at = wanted.a & (places_.size() - 1);
        while (places_[at] != key{} && places_[at] != wanted) at = (at + 1) & (places_.size() - 1);
        return &places_[at];
    }
    void grow() {
        std::vector<key> old(std::max<std::size_t>(places_.size() * 2, 1024));
        old.swap(places_);
        for (const key& one : old) {
            if (one != key{}) *find(one) = one;
        }
    }

    std::vector<key> places_;
    std::size_t size_ = 0;
};

}  // namespace

void register_ids(py::module_& module) {
    py::class_<id_set>(module, "IdSet", "The ids that were met.")
        .def(py::init<>())
        .def("add", &id_set::add, py::arg("batch"));
}

}  // namespace thoihan::python
